package kontor.catalog.upload;

import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The rows of all pictures. */
interface Uploads extends Repository<Upload, Long> {

    Upload saveAndFlush(Upload upload);

    @NativeQuery("select media_type from upload where filename = :filename")
    Optional<String> mediaTypeOf(String filename);
}
