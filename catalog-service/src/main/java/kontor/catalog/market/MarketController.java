package kontor.catalog.market;

import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /listings}: look-up and search. */
@RestController
@RequestMapping("/api/v1/listings")
class MarketController {

    private final Marketplace market;

    MarketController(Marketplace market) {
        this.market = market;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Page<ListingView> list(
            @Listing(
                            sort = {"-createdAt", "unitPriceMinor"},
                            filters = {"title", "categoryId", "sellerId", "productId", "status", "externalId"})
                    ListRequest request,
            Caller caller) {
        return market.page(request, caller);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<ListingView> one(@PathVariable long id, Caller caller) {
        ListingView listing = market.to(caller, id);
        return ResponseEntity.ok().eTag(IfMatch.etag(listing.version())).body(listing);
    }
}
