package kontor.catalog.tag;

import org.jspecify.annotations.Nullable;

/** A tag as callers see it. */
record TagView(
        Long id,
        Long version,
        String name,
        Boolean forSale,
        @Nullable String externalSource,
        @Nullable String externalId) {

    /** Of one that was made here. */
    static TagView of(Tag tag) {
        return new TagView(tag.id(), tag.version(), tag.name(), tag.isForSale(), null, null);
    }
}
