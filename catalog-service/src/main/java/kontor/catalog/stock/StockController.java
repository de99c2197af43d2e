package kontor.catalog.stock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stock of products. */
@RestController
@RequestMapping("/api/v1/products")
class StockController {

    /** A move never changes. */
    private static final String ETAG = "\"1\"";

    private static final long PIECES_MOST = 1_000_000;

    private final Correcting correcting;
    private final StockLists stocks;
    private final RequestKeys keys;

    StockController(Correcting correcting, StockLists stocks, RequestKeys keys) {
        this.correcting = correcting;
        this.stocks = stocks;
        this.keys = keys;
    }

    @GetMapping("/{productId}/stock")
    @Access(Who.MEMBER)
    ResponseEntity<StockView> stock(@PathVariable long productId, Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(stocks.stock(productId, caller.isAdmin()));
    }

    @GetMapping("/{productId}/stock-moves")
    @Access(Who.ADMIN)
    Page<MoveView> moves(
            @PathVariable long productId,
            @Listing(
                            sort = {"-at", "recordedAt"},
                            filters = {"kind", "from", "to", "externalId"})
                    ListRequest request) {
        return stocks.moves(productId, request);
    }

    @GetMapping("/{productId}/stock-moves/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<MoveView> move(@PathVariable long productId, @PathVariable long id) {
        return ResponseEntity.ok().eTag(ETAG).body(stocks.move(productId, id));
    }

    @PostMapping("/{productId}/stock-corrections")
    @Access(Who.ADMIN)
    ResponseEntity<MoveView> correct(@PathVariable long productId, @Valid @RequestBody Correction request) {
        MoveView move = correcting.correct(
                new CorrectStock(productId, request.delta(), request.reason(), request.at(), keys.of(request)));
        return ResponseEntity.created(URI.create("/api/v1/products/%d/stock-moves/%d".formatted(productId, move.id())))
                .eTag(ETAG)
                .body(move);
    }

    @GetMapping("/packed-volume")
    @Access(Who.ADMIN)
    PackedVolume packedVolume() {
        return new PackedVolume(stocks.packedVolume());
    }

    record Correction(
            @NotNull @NotZero @Min(-PIECES_MOST) @Max(PIECES_MOST)
            Integer delta,

            @NotNull @Text(max = 64) String reason,
            @Nullable Instant at) {}

    record PackedVolume(BigDecimal cubicMetres) {}
}
