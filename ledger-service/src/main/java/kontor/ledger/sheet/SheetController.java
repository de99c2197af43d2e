package kontor.ledger.sheet;

import java.util.List;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sheet to print before counting (L-28). */
@RestController
class SheetController {

    private final SheetRows rows;
    private final SheetPrinter printer;

    SheetController(SheetRows rows, SheetPrinter printer) {
        this.rows = rows;
        this.printer = printer;
    }

    @GetMapping(path = "/api/v1/stocktakings/template", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access({Who.ADMIN, Who.KIOSK})
    ResponseEntity<byte[]> template() {
        List<SheetRow> countable = rows.all();
        if (countable.isEmpty()) {
            throw new NotFound();
        }
        ContentDisposition name =
                ContentDisposition.inline().filename("stocktaking.pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(printer.print(countable));
    }
}
