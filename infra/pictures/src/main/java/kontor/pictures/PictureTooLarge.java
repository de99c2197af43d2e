package kontor.pictures;

import kontor.platform.Rejection;

/** The file has more bytes than an upload may have (G-31). */
public final class PictureTooLarge extends Rejection {

    public PictureTooLarge() {
        super(Kind.TOO_LARGE, "too-large", "A picture has at most 5 MiB.");
    }
}
