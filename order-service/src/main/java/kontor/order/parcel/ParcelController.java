package kontor.order.parcel;

import java.nio.charset.StandardCharsets;
import kontor.order.party.Viewer;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a parcel as PDF: for the seller and admins, while the purchase is PAID, SHIPPED or DONE. */
@RestController
@RequestMapping("/api/v1/market-purchases/{id}")
class ParcelController {

    private final Shipments shipments;
    private final Papers papers;

    ParcelController(Shipments shipments, Papers papers) {
        this.shipments = shipments;
        this.papers = papers;
    }

    @GetMapping(path = "/label", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(Who.VERIFIED)
    ResponseEntity<byte[]> label(@PathVariable long id, Caller caller) {
        return file("label", id, papers.label(shipments.require(id, Viewer.of(caller))));
    }

    @GetMapping(path = "/packing-slip", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(Who.VERIFIED)
    ResponseEntity<byte[]> slip(@PathVariable long id, Caller caller) {
        return file("packing-slip", id, papers.slip(shipments.require(id, Viewer.of(caller))));
    }

    private static ResponseEntity<byte[]> file(String what, long purchaseId, byte[] pdf) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("%s-%d.pdf".formatted(what, purchaseId), StandardCharsets.US_ASCII)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }
}
