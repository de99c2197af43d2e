package kontor.catalog.listing;

import java.util.ArrayList;
import java.util.List;
import kontor.catalog.core.ShipFrom;
import org.jspecify.annotations.Nullable;

/**
 * What a seller says of a listing. References name what exists.
 *
 * @param unitPriceMinor of one piece, minor units
 * @param weightG of one piece, grams
 * @param imageUploadIds pictures in their order
 */
record ListingForm(
        @Nullable String title,
        @Nullable Long productId,
        @Nullable Long categoryId,
        String description,
        @Nullable Long unitPriceMinor,
        int quantity,
        @Nullable Integer weightG,
        @Nullable Long packagingId,
        @Nullable ShipFrom shipFrom,
        List<Long> imageUploadIds) {

    ListingForm {
        imageUploadIds = List.copyOf(imageUploadIds);
    }

    /** Of a listing that nobody has said anything of. */
    static ListingForm blank() {
        return new ListingForm(null, null, null, "", null, 0, null, null, null, List.of());
    }

    /** Names of the fields that an ACTIVE listing may not be without (C-20), apart from its pieces. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        note(missing, "title", title);
        note(missing, "unitPriceMinor", unitPriceMinor);
        note(missing, "weightG", weightG);
        note(missing, "shipFrom", shipFrom);
        return missing;
    }

    private static void note(List<String> missing, String name, @Nullable Object value) {
        if (value == null) {
            missing.add(name);
        }
    }

    ListingForm sentFrom(ShipFrom address) {
        return new ListingForm(
                title,
                productId,
                categoryId,
                description,
                unitPriceMinor,
                quantity,
                weightG,
                packagingId,
                address,
                imageUploadIds);
    }
}
