package kontor.catalog.upload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.pictures.Picture;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The row of a stored picture; never changed. */
@Entity
@Immutable
class Upload {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private Instant at;

    @Column
    private UUID uploadedBy;

    private String filename;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String mediaType;
    private long bytes;
    private int width;
    private int height;

    @Column
    private String sha256;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Upload() {}

    Upload(EnterPicture command, Instant now) {
        Picture picture = command.picture();
        at = now;
        uploadedBy = command.memberId();
        filename = command.filename();
        purpose = command.purpose();
        mediaType = picture.mediaType();
        bytes = picture.bytes().length;
        width = picture.width();
        height = picture.height();
        sha256 = picture.sha256();
    }

    UploadView view() {
        return new UploadView(Objects.requireNonNull(id), at, filename, purpose, mediaType, bytes, width, height);
    }
}
