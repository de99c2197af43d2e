package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The thing was changed since it was read (G-27). */
public final class VersionMismatch extends Rejection {

    public VersionMismatch() {
        super(Kind.STALE, "version-mismatch", "It was changed meanwhile; read it again.");
    }
}
