package kontor.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category as callers see it.
 *
 * @param productCount products directly in it, without the withdrawn ones
 * @param children only in a tree
 */
record CategoryView(
        Long id,
        Long version,
        String name,
        @Nullable Long parentId,
        Integer productCount,
        @Nullable String externalSource,
        @Nullable String externalId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CategoryView> children) {

    CategoryView with(List<CategoryView> branches) {
        return new CategoryView(id, version, name, parentId, productCount, externalSource, externalId, branches);
    }
}
