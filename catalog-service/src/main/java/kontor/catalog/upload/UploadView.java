package kontor.catalog.upload;

import java.time.Instant;

/** A stored picture as its uploader sees it. */
record UploadView(
        Long id,
        Instant at,
        String filename,
        Purpose purpose,
        String mediaType,
        Long bytes,
        Integer width,
        Integer height) {}
