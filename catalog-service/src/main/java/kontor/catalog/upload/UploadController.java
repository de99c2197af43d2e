package kontor.catalog.upload;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import kontor.pictures.PictureFiles;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** {@code /uploads}: admins upload for products, members for themselves and their listings; anyone sees. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private static final Logger LOG = LoggerFactory.getLogger(UploadController.class);

    /** A picture never changes: a new one has a new name. */
    private static final CacheControl FOR_LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final String ETAG = "\"1\"";

    private final PictureIntake intake;
    private final Uploads uploads;
    private final PictureFiles files;
    private final RequestKeys keys;

    UploadController(PictureIntake intake, Uploads uploads, PictureFiles files, RequestKeys keys) {
        this.intake = intake;
        this.uploads = uploads;
        this.files = files;
        this.keys = keys;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Access(Who.MEMBER)
    ResponseEntity<UploadView> post(MultipartHttpServletRequest request, Caller caller) throws IOException {
        UploadForm form = UploadForm.of(request);
        form.requireAllowed(caller);
        UploadView upload =
                intake.take(form.file(), form.purpose(), caller.memberId(), keys.ifSent(form.fingerprint()));
        return ResponseEntity.created(URI.create("/api/v1/uploads/" + upload.filename()))
                .eTag(ETAG)
                .body(upload);
    }

    @GetMapping("/{filename}")
    @Access(Who.ANYONE)
    ResponseEntity<Resource> get(@PathVariable String filename) {
        // The row is asked first, so that nothing but a name of ours ever meets the file system.
        MediaType type = MediaType.valueOf(uploads.mediaTypeOf(filename).orElseThrow(NotFound::new));
        Path file = files.find(filename).orElseThrow(() -> missing(filename));
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(FOR_LONG)
                .eTag(ETAG)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(filename).build().toString())
                .body(new FileSystemResource(file));
    }

    private static NotFound missing(String filename) {
        LOG.error("The file of upload {} is missing.", filename);
        return new NotFound();
    }
}
