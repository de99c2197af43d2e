package kontor.chat.attachment;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kontor.pictures.PictureTooLarge;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.InvalidField;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The parts of an upload: one {@code file}, nothing else. */
final class AttachmentForm {

    private static final String FILE = "file";

    private final byte[] file;

    private AttachmentForm(byte[] file) {
        this.file = file;
    }

    static AttachmentForm of(MultipartHttpServletRequest request) throws IOException {
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
        return new AttachmentForm(Objects.requireNonNull(request.getFile(FILE)).getBytes());
    }

    private static List<Fault> faults(MultipartHttpServletRequest request) {
        Stream<Fault> file = request.getFiles(FILE).size() == 1
                ? Stream.of()
                : Stream.of(new Fault("/file", "invalid-field", "must be sent once, as a file"));
        Stream<Fault> unknown = Stream.concat(
                        request.getMultiFileMap().keySet().stream(), request.getParameterMap().keySet().stream())
                .filter(name -> !name.equals(FILE))
                .map(name -> new Fault("/" + name, "unknown-field", "There is no such field."));
        return Stream.concat(file, unknown).toList();
    }

    byte[] file() {
        return file;
    }

    /** Stands for the whole form where two requests with one key are compared. */
    Map<String, String> fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return Map.of(FILE, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
