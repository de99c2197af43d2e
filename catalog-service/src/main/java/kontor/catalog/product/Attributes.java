package kontor.catalog.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kontor.catalog.core.StockPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What an admin decides about a product, apart from its price. References name what exists.
 *
 * @param tagIds a product without tags is for sale (C-4)
 * @param descriptionXml kept as given (C-9)
 */
record Attributes(
        String name,
        @Nullable String barcode,
        boolean active,
        StockPolicy stockPolicy,
        boolean revocable,
        @Nullable Long imageUploadId,
        long vatRateId,
        @Nullable Long categoryId,
        Set<Long> tagIds,
        @Nullable String descriptionXml) {

    Attributes {
        tagIds = Set.copyOf(tagIds);
    }

    /** Names of the columns in which the other one differs. */
    List<String> changedIn(Attributes other) {
        List<String> changed = new ArrayList<>();
        note(changed, "name", name, other.name);
        note(changed, "barcode", barcode, other.barcode);
        note(changed, "active", active, other.active);
        note(changed, "stockPolicy", stockPolicy, other.stockPolicy);
        note(changed, "revocable", revocable, other.revocable);
        note(changed, "imageUploadId", imageUploadId, other.imageUploadId);
        note(changed, "vatRateId", vatRateId, other.vatRateId);
        note(changed, "categoryId", categoryId, other.categoryId);
        note(changed, "tagIds", tagIds, other.tagIds);
        note(changed, "descriptionXml", descriptionXml, other.descriptionXml);
        return List.copyOf(changed);
    }

    private static void note(List<String> changed, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            changed.add(name);
        }
    }

    Attributes withoutTag(long tagId) {
        Set<Long> left = new HashSet<>(tagIds);
        left.remove(tagId);
        return withTags(left);
    }

    Attributes withTags(Set<Long> tags) {
        return new Attributes(
                name,
                barcode,
                active,
                stockPolicy,
                revocable,
                imageUploadId,
                vatRateId,
                categoryId,
                tags,
                descriptionXml);
    }

    Attributes inCategory(@Nullable Long category) {
        return new Attributes(
                name,
                barcode,
                active,
                stockPolicy,
                revocable,
                imageUploadId,
                vatRateId,
                category,
                tagIds,
                descriptionXml);
    }

    Attributes switched(boolean isActive) {
        return new Attributes(
                name,
                barcode,
                isActive,
                stockPolicy,
                revocable,
                imageUploadId,
                vatRateId,
                categoryId,
                tagIds,
                descriptionXml);
    }
}
