package kontor.chat.attachment;

import kontor.platform.Rejection;

/** The member has uploaded all he may within an hour, or the shop keeps all it can (G-38). */
final class TooManyUploads extends Rejection {

    TooManyUploads(String why) {
        super(Kind.LIMITED, "too-many-requests", why);
    }
}
