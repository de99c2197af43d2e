package kontor.catalog.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.Percentage;
import kontor.catalog.core.PriceMinor;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.description.XmlText;
import kontor.catalog.showcase.ProductView;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKey;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /products}: what admins do with them (C-1). Reading is in the showcase. */
@RestController
@RequestMapping("/api/v1/products")
class ProductController {

    /** Neither space nor control character of any script. */
    private static final String VISIBLE = "[^\\p{Z}\\p{C}]{1,32}";

    private static final int TAGS_MOST = 100;

    private final Merchandising merchandising;
    private final RequestKeys keys;

    ProductController(Merchandising merchandising, RequestKeys keys) {
        this.merchandising = merchandising;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<ProductView> create(@Valid @RequestBody NewProduct request, Caller caller) {
        ProductView product = merchandising.create(request.toCommand(caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/products/" + product.id()))
                .eTag(IfMatch.etag(product.version()))
                .body(product);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<ProductView> edit(
            @PathVariable long id, @Valid @RequestBody ProductPatch request, Caller caller, IfMatch expected) {
        ProductView product = merchandising.edit(request.toCommand(id, caller.memberId(), expected));
        return ResponseEntity.ok().eTag(IfMatch.etag(product.version())).body(product);
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> withdraw(@PathVariable long id, Caller caller) {
        merchandising.withdraw(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }

    record NewProduct(
            @NotNull @Text(max = 64) String name,
            @NotNull @PriceMinor Long priceMinor,
            @Nullable @Pattern(regexp = VISIBLE) String barcode,
            @Nullable @Size(max = TAGS_MOST) List<@NotNull Long> tagIds,
            @Nullable Boolean active,
            @Nullable StockPolicy stockPolicy,
            @Nullable Boolean revocable,
            @Nullable Long vatRateId,
            @Nullable @Percentage BigDecimal vatPercentage,
            @Nullable Long categoryId,
            @Nullable @Text(max = 50) String categoryName,
            @Nullable @Valid XmlText descriptionXml) {

        CreateProduct toCommand(UUID adminId, RequestKey key) {
            return new CreateProduct(
                    name,
                    priceMinor,
                    barcode,
                    tagIds == null ? List.of() : tagIds,
                    active == null || active,
                    stockPolicy == null ? StockPolicy.TRACKED : stockPolicy,
                    revocable == null || revocable,
                    vatRateId,
                    vatPercentage,
                    categoryId,
                    categoryName,
                    XmlText.textOf(descriptionXml),
                    adminId,
                    key);
        }
    }

    record ProductPatch(
            @Required Sent<@Text(max = 64) String> name,
            @Required Sent<@PriceMinor Long> priceMinor,
            Sent<@Pattern(regexp = VISIBLE) String> barcode,
            @Required Sent<@Size(max = TAGS_MOST) List<@NotNull Long>> tagIds,
            @Required Sent<Boolean> active,
            @Required Sent<StockPolicy> stockPolicy,
            @Required Sent<Boolean> revocable,
            @Required Sent<Long> vatRateId,
            @Required Sent<@Percentage BigDecimal> vatPercentage,
            Sent<Long> categoryId,
            Sent<@Text(max = 50) String> categoryName,
            Sent<@Valid XmlText> descriptionXml,
            Sent<Long> imageUploadId) {

        EditProduct toCommand(long id, UUID adminId, IfMatch expected) {
            return new EditProduct(
                    id,
                    name,
                    priceMinor,
                    barcode,
                    tagIds,
                    active,
                    stockPolicy,
                    revocable,
                    vatRateId,
                    vatPercentage,
                    categoryId,
                    categoryName,
                    new Sent<>(descriptionXml.isSent(), XmlText.textOf(descriptionXml.value())),
                    imageUploadId,
                    adminId,
                    expected);
        }
    }
}
