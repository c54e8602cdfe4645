"""The headers that every answer carries, beside its policy: what browsers must not guess, tell or allow."""

from __future__ import annotations

REFERRER = "strict-origin-when-cross-origin"
NEVER_USED = (  # features of browsers; what the theme uses, as full screen and the clipboard, is not among them
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone"),
    *("midi", "payment", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"),
)
SECURITY_HEADERS = (
    ("Referrer-Policy", REFERRER),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in NEVER_USED)),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
