package kontor.catalog.price;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.catalog.core.PriceMinor;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /products/{id}/prices}: the history, for admins. */
@RestController
@RequestMapping("/api/v1/products/{productId}/prices")
class PriceController {

    /** A row of a history never changes. */
    private static final String ETAG = "\"1\"";

    private final Pricing pricing;
    private final PriceLists prices;
    private final RequestKeys keys;

    PriceController(Pricing pricing, PriceLists prices, RequestKeys keys) {
        this.pricing = pricing;
        this.prices = prices;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.ADMIN)
    Page<PriceView> list(
            @PathVariable long productId,
            @Listing(
                            sort = "-validFrom",
                            filters = {"from", "to", "externalId"})
                    ListRequest request) {
        return prices.page(productId, request);
    }

    @GetMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<PriceView> one(@PathVariable long productId, @PathVariable long id) {
        return ResponseEntity.ok().eTag(ETAG).body(prices.one(productId, id));
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<PriceView> post(@PathVariable long productId, @Valid @RequestBody NewPrice request, Caller caller) {
        PriceView price = pricing.setPrice(
                new SetPrice(productId, request.priceMinor(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/products/%d/prices/%d".formatted(productId, price.id())))
                .eTag(ETAG)
                .body(price);
    }

    record NewPrice(@NotNull @PriceMinor Long priceMinor) {}
}
