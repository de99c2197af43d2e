package kontor.chat.attachment;

import java.util.UUID;
import kontor.pictures.Darkroom;
import kontor.pictures.Picture;
import kontor.pictures.PictureFiles;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Component;

/**
 * The way of a picture: developed, written and made durable, then entered. A crash in between leaves a file without
 * row, for the sweeper; never a row without file.
 */
@Component
class PictureIntake {

    private final AttachmentQuota quota;
    private final Darkroom darkroom;
    private final PictureFiles files;
    private final Attaching attaching;

    PictureIntake(AttachmentQuota quota, Darkroom darkroom, PictureFiles files, Attaching attaching) {
        this.quota = quota;
        this.darkroom = darkroom;
        this.files = files;
        this.attaching = attaching;
    }

    AttachmentView take(byte[] file, long conversationId, UUID memberId, RequestKey key) {
        if (!key.isSent()) {
            quota.require(memberId); // with a key it may be a repetition, which is answered as before
        }
        Picture picture = darkroom.develop(file, false);
        String path = files.keep(picture);
        boolean entered = false;
        try {
            AttachmentView attachment = attaching.enter(new EnterPicture(picture, path, conversationId, memberId, key));
            entered = attachment.path().equals(path);
            return attachment;
        } finally {
            if (!entered) {
                files.discard(path);
            }
        }
    }
}
