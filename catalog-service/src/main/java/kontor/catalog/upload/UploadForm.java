package kontor.catalog.upload;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kontor.pictures.PictureTooLarge;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The parts of an upload: one {@code file}, one {@code purpose}, nothing else. */
final class UploadForm {

    private static final String FILE = "file";
    private static final String PURPOSE = "purpose";
    private static final Set<String> KNOWN = Set.of(FILE, PURPOSE);

    private final byte[] file;
    private final Purpose purpose;

    private UploadForm(byte[] file, Purpose purpose) {
        this.file = file;
        this.purpose = purpose;
    }

    static UploadForm of(MultipartHttpServletRequest request) throws IOException {
        try {
            request.getFileMap(); // the parts are read here, as late as possible
        } catch (MaxUploadSizeExceededException e) {
            throw new PictureTooLarge();
        } catch (MultipartException e) {
            throw new MalformedUpload();
        }
        List<Fault> faults = faults(request);
        if (!faults.isEmpty()) {
            throw new InvalidField(faults);
        }
        return new UploadForm(
                Objects.requireNonNull(request.getFile(FILE)).getBytes(),
                Purpose.valueOf(Objects.requireNonNull(request.getParameter(PURPOSE))));
    }

    private static List<Fault> faults(MultipartHttpServletRequest request) {
        List<MultipartFile> files = request.getFiles(FILE);
        String @Nullable [] purposes = request.getParameterMap().get(PURPOSE);
        Stream<Fault> file = files.size() == 1
                ? Stream.of()
                : Stream.of(new Fault("/file", "invalid-field", "must be sent once, as a file"));
        Stream<Fault> purpose = purposes != null && purposes.length == 1 && isKnown(purposes[0])
                ? Stream.of()
                : Stream.of(new Fault("/purpose", "invalid-field", "must be PRODUCT, MEMBER or LISTING"));
        Stream<Fault> unknown = Stream.concat(
                        request.getMultiFileMap().keySet().stream(), request.getParameterMap().keySet().stream())
                .filter(name -> !KNOWN.contains(name))
                .map(name -> new Fault("/" + name, "unknown-field", "There is no such field."));
        return Stream.of(file, purpose, unknown).flatMap(faults -> faults).toList();
    }

    private static boolean isKnown(String word) {
        return Arrays.stream(Purpose.values())
                .anyMatch(purpose -> purpose.name().equals(word));
    }

    byte[] file() {
        return file;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Pictures of products are the admins' matter. */
    void requireAllowed(Caller caller) {
        if (purpose == Purpose.PRODUCT && !caller.isAdmin()) {
            throw new Forbidden();
        }
    }

    /** Stands for the whole form where two requests with one key are compared. */
    Map<String, String> fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return Map.of(FILE, HexFormat.of().formatHex(digest), PURPOSE, purpose.name());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
