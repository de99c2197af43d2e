package kontor.pictures;

import kontor.platform.Rejection;

/** By its content the file is none of the three kinds. */
final class UnsupportedPicture extends Rejection {

    UnsupportedPicture() {
        super(Kind.UNSUPPORTED, "unsupported-media-type", "Send a PNG, JPEG or GIF picture.");
    }
}
