package kontor.invoice.print;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import kontor.invoice.paper.Profile;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prints of documents, which are counted (V-10), and the electronic invoice, which is not (V-17). */
@RestController
@RequestMapping("/api/v1/invoices/{id}")
class PrintController {

    private final Delivering delivering;
    private final PrintRows rows;
    private final RequestKeys keys;

    PrintController(Delivering delivering, PrintRows rows, RequestKeys keys) {
        this.delivering = delivering;
        this.rows = rows;
        this.keys = keys;
    }

    /** {@code X-Copy} is {@code original} or the number of the copy. */
    @PostMapping(path = "/prints", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(Who.MEMBER)
    ResponseEntity<byte[]> print(@PathVariable long id, Caller caller) {
        Delivering.Delivery delivery = delivering.print(id, caller, keys.ifSent(""));
        return file(
                        ResponseEntity.created(URI.create("/api/v1/invoices/%d/prints".formatted(id))),
                        delivery.number() + ".pdf")
                .header("X-Copy", delivery.copy())
                .contentType(MediaType.APPLICATION_PDF)
                .body(delivery.file());
    }

    @GetMapping("/prints")
    @Access(Who.ADMIN)
    Page<PrintRows.Print> prints(@PathVariable long id, @Listing(sort = "copyNo") ListRequest request) {
        return rows.page(id, request);
    }

    @GetMapping(path = "/xml", produces = MediaType.APPLICATION_XML_VALUE)
    @Access(Who.VERIFIED)
    ResponseEntity<byte[]> xml(
            @PathVariable long id, @RequestParam(defaultValue = "factur-x") String profile, Caller caller) {
        Delivering.Delivery document = delivering.electronic(id, profileOf(profile), caller);
        return file(ResponseEntity.ok(), document.number() + ".xml")
                .contentType(MediaType.APPLICATION_XML)
                .body(document.file());
    }

    private static Profile profileOf(String word) {
        return switch (word) {
            case "factur-x" -> Profile.FACTUR_X;
            case "xrechnung" -> Profile.XRECHNUNG;
            default -> throw new InvalidField("profile", "must be factur-x or xrechnung");
        };
    }

    /** Whatever a number looks like, the name of the file is one name in one folder. */
    private static ResponseEntity.BodyBuilder file(ResponseEntity.BodyBuilder answer, String name) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name.replaceAll("[^A-Za-z0-9._-]", "_"), StandardCharsets.US_ASCII)
                .build();
        return answer.cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff");
    }
}
