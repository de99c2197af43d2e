package kontor.chat.attachment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import kontor.pictures.PictureFiles;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Pictures of a conversation: those who are in it attach and see them, for others they do not exist (H-13). */
@RestController
@RequestMapping("/api/v1/conversations/{id}/attachments")
class AttachmentController {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);

    /** A picture never changes: a new one has a new name. */
    private static final String ETAG = IfMatch.etag(1);

    private final PictureIntake intake;
    private final Attachments attachments;
    private final PictureFiles files;
    private final RequestKeys keys;

    AttachmentController(PictureIntake intake, Attachments attachments, PictureFiles files, RequestKeys keys) {
        this.intake = intake;
        this.attachments = attachments;
        this.files = files;
        this.keys = keys;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Access(Who.MEMBER)
    ResponseEntity<AttachmentView> post(@PathVariable long id, MultipartHttpServletRequest request, Caller caller)
            throws IOException {
        if (!attachments.isIn(id, caller.memberId())) {
            throw new NotFound();
        }
        AttachmentForm form = AttachmentForm.of(request);
        AttachmentView attachment = intake.take(form.file(), id, caller.memberId(), keys.ifSent(form.fingerprint()));
        return ResponseEntity.created(
                        URI.create("/api/v1/conversations/%d/attachments/%s".formatted(id, attachment.path())))
                .eTag(ETAG)
                .body(attachment);
    }

    /** Kept by no cache, because whoever leaves the conversation sees it no more (H-5). */
    @GetMapping("/{name}")
    @Access(Who.VERIFIED)
    ResponseEntity<Resource> get(@PathVariable long id, @PathVariable String name, Caller caller) {
        // The row is asked first, so that nothing but a name of ours ever meets the file system.
        MediaType type = MediaType.valueOf(
                attachments.mediaTypeOf(name, id, caller.memberId()).orElseThrow(NotFound::new));
        Path file = files.find(name).orElseThrow(() -> missing(name));
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(ETAG)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    private static NotFound missing(String path) {
        LOG.error("The file of attachment {} is missing.", path);
        return new NotFound();
    }
}
