package kontor.platform.web;

import java.util.regex.Pattern;
import kontor.platform.rejection.IfMatchRequired;
import kontor.platform.rejection.VersionMismatch;
import org.jspecify.annotations.Nullable;

/**
 * The condition of an edit (G-27): the ETag last read, which is the version in quotes. A controller takes it as
 * parameter; it is judged after the object was found, because 404 comes before 428 and 412.
 */
public record IfMatch(@Nullable String header) {

    private static final Pattern FORM = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    /** Refuses with {@code if-match-required} or {@code version-mismatch} unless the caller has read this version. */
    public void require(long version) {
        if (header == null) {
            throw new IfMatchRequired();
        }
        if (!FORM.matcher(header).matches() || !header.equals(etag(version))) {
            throw new VersionMismatch();
        }
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
