"""Mail servers that misbehave, as Django's settings can name them."""

import smtplib
from typing import Any, ClassVar

from django.core.mail.backends.locmem import EmailBackend


class Dying(EmailBackend):
    """Takes as many messages as it is told, then does what it is told; a message may have been taken all the same."""

    after: ClassVar[int] = 0
    how: ClassVar[BaseException] = smtplib.SMTPServerDisconnected("gone")
    takes_it_all_the_same: ClassVar[bool] = False
    taken: ClassVar[int] = 0

    def send_messages(self, messages: Any) -> int:
        cls = type(self)
        if cls.taken >= cls.after:
            if cls.takes_it_all_the_same:
                super().send_messages(messages)
            raise cls.how
        cls.taken += 1
        return super().send_messages(messages)
