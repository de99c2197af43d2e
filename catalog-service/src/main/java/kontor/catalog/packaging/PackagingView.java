package kontor.catalog.packaging;

import org.jspecify.annotations.Nullable;

/** A packaging as callers see it. */
record PackagingView(
        Long id,
        Long version,
        String name,
        Integer lengthMm,
        Integer widthMm,
        Integer heightMm,
        Integer weightG,
        Boolean active,
        @Nullable String externalSource,
        @Nullable String externalId) {}
