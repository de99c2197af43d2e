package kontor.chat.attachment;

import kontor.platform.Rejection;

/** The parts of the request cannot be told apart. */
final class MalformedUpload extends Rejection {

    MalformedUpload() {
        super(Kind.MALFORMED, "malformed-request", "The body is not well-formed multipart/form-data.");
    }
}
