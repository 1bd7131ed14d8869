"""Addresses of the register, below /<area>/documents/. No address holds a title or a file's name."""

from django.urls import path

from dueregard.documents.views import files, register, versions

app_name = "documents"
VERSION = "<slug:ref>/versions/<int:number>"
urlpatterns = [
    path("", register.document_list, name="document-list"),
    path("new/", register.document_new, name="document-new"),
    path("files/<uuid:pk>/", files.file, name="file"),
    path("files/<uuid:pk>/remove/", files.file_remove, name="file-remove"),
    path("links/<uuid:pk>/remove/", files.link_remove, name="link-remove"),
    path("<slug:ref>/", register.document, name="document"),
    path("<slug:ref>/correct/", register.document_correct, name="document-correct"),
    path("<slug:ref>/owner/", register.document_hand_over, name="document-hand-over"),
    path("<slug:ref>/withdraw/", register.document_withdraw, name="document-withdraw"),
    path("<slug:ref>/versions/new/", versions.version_new, name="version-new"),
    path(f"{VERSION}/approve/", versions.version_approve, name="version-approve"),
    path(f"{VERSION}/review/", versions.version_review, name="version-review"),
    path(f"{VERSION}/sign/", versions.version_sign, name="version-sign"),
    path(f"{VERSION}/clauses/new/", versions.clause_new, name="clause-new"),
    path(f"{VERSION}/files/new/", files.file_new, name="file-new"),
    path(f"{VERSION}/links/new/", files.link_new, name="link-new"),
    path(f"{VERSION}/withdraw/", versions.version_withdraw, name="version-withdraw"),
]
