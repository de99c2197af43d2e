package kontor.catalog.upload;

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

    private final UploadQuota quota;
    private final Darkroom darkroom;
    private final PictureFiles files;
    private final Uploading uploading;

    PictureIntake(UploadQuota quota, Darkroom darkroom, PictureFiles files, Uploading uploading) {
        this.quota = quota;
        this.darkroom = darkroom;
        this.files = files;
        this.uploading = uploading;
    }

    UploadView take(byte[] file, Purpose purpose, UUID memberId, RequestKey key) {
        if (!key.isSent()) {
            quota.require(memberId); // with a key it may be a repetition, which is answered as before
        }
        Picture picture = darkroom.develop(file, purpose.isSquare());
        String filename = files.keep(picture);
        boolean entered = false;
        try {
            UploadView upload = uploading.enter(new EnterPicture(picture, filename, purpose, memberId, key));
            entered = upload.filename().equals(filename);
            return upload;
        } finally {
            if (!entered) {
                files.discard(filename);
            }
        }
    }
}
