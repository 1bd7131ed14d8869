"""Addresses of the area's bodies, people and posts, below /<area>/organisations/: one list for each module of pages."""

from django.urls import path

from dueregard.organisations.views import areas, bodies, people, posts

app_name = "organisations"


areas_urls = [
    path("", areas.overview, name="overview"),
    path("standing/", areas.standing_record, name="standing-record"),
    path("serving/", areas.serving_record, name="serving-record"),
    path("serving/<slug:slug>/end/", areas.serving_end, name="serving-end"),
    path("succession/", areas.succession_record, name="succession-record"),
]
bodies_urls = [
    path("bodies/", bodies.body_list, name="body-list"),
    path("bodies/new/", bodies.body_new, name="body-new"),
    path("bodies/<str:ref>/", bodies.body, name="body"),
    path("bodies/<str:ref>/close/", bodies.body_close, name="body-close"),
    path("bodies/<str:ref>/teams/new/", bodies.team_new, name="team-new"),
]
people_urls = [
    path("people/", people.person_list, name="person-list"),
    path("people/new/", people.person_new, name="person-new"),
    path("people/<str:ref>/", people.person, name="person"),
    path("people/<str:ref>/correct/", people.person_correct, name="person-correct"),
    path("people/<str:ref>/move/", people.person_move, name="person-move"),
]
posts_urls = [
    path("posts/", posts.post_list, name="post-list"),
    path("posts/record/", posts.post_record, name="post-record"),
    path("posts/<str:ref>/", posts.post, name="post"),
    path("posts/<str:ref>/record/", posts.post_hold, name="post-record"),  # a gap that names the post asks who holds it
    path("posts/<str:ref>/left/<str:person>/", posts.post_leave, name="post-leave"),
    path("posts/<str:ref>/give-up/", posts.post_give_up, name="post-give-up"),
]
urlpatterns = [
    *areas_urls,
    *bodies_urls,
    *people_urls,
    *posts_urls,
]
