package kontor.catalog.upload;

import java.time.Clock;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters stored pictures. */
@Service
class Uploading {

    private final Uploads uploads;
    private final UploadQuota quota;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    Uploading(Uploads uploads, UploadQuota quota, Replies replies, Audit audit, Clock clock) {
        this.uploads = uploads;
        this.quota = quota;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UploadView enter(EnterPicture command) {
        return replies.once(command.key(), UploadView.class, () -> {
            quota.requireAlone(command.memberId());
            UploadView upload =
                    uploads.saveAndFlush(new Upload(command, clock.instant())).view();
            if (command.purpose() == Purpose.PRODUCT) {
                audit.record("upload-picture", "upload", upload.id());
            }
            return upload;
        });
    }
}
