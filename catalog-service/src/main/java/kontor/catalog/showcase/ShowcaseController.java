package kontor.catalog.showcase;

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

/** {@code GET /products}: look-up, search and lists. */
@RestController
@RequestMapping("/api/v1/products")
class ShowcaseController {

    private final Showcase showcase;
    private final ProductLists products;

    ShowcaseController(Showcase showcase, ProductLists products) {
        this.showcase = showcase;
        this.products = products;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Page<ProductView> list(
            @Listing(
                            sort = {"name", "priceMinor", "createdAt", "onHand", "stockValue"},
                            filters = {
                                "name",
                                "barcode",
                                "tagId",
                                "categoryId",
                                "descendants",
                                "forSale",
                                "active",
                                "stockPolicy",
                                "recommendedAge",
                                "minStock",
                                "externalId"
                            })
                    ListRequest request,
            Caller caller) {
        return products.page(request, caller);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<ProductView> one(@PathVariable long id, Caller caller) {
        ProductView product = showcase.to(caller, id);
        return ResponseEntity.ok().eTag(IfMatch.etag(product.version())).body(product);
    }
}
