package kontor.catalog.listing;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** An ACTIVE listing needs title, price, a piece, weight, an address, and a seller who may sell (C-20). */
final class ListingIncomplete extends Rejection {

    /** @param missing names of the fields that are not there, or not so that it could be bought */
    ListingIncomplete(List<String> missing) {
        super(
                Kind.RULE_BROKEN,
                "listing-incomplete",
                "The listing cannot be bought as it is: see to %s.".formatted(String.join(", ", missing)),
                missing.stream()
                        .map(name -> new Fault("/" + name, "listing-incomplete", "An active listing needs it."))
                        .toList(),
                Map.of());
    }
}
