package kontor.catalog.importing.foundation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.platform.importing.ImportReport;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.RequestKeys;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports of VAT rates and categories over HTTP, by the rules of every import (G-39 to G-44). */
@RestController
@RequestMapping("/api/v1/imports")
class FoundationImportController {

    private static final int ROWS_MOST = 500;

    /** The sources whose goods stand on them (G-2). */
    private static final String SOURCES = "retail";

    private final VatRateImporting vatRates;
    private final CategoryImporting categories;
    private final RequestKeys keys;

    FoundationImportController(VatRateImporting vatRates, CategoryImporting categories, RequestKeys keys) {
        this.vatRates = vatRates;
        this.categories = categories;
        this.keys = keys;
    }

    @PostMapping("/vat-rates")
    @Access(Who.ADMIN)
    ImportReport vatRates(@Valid @RequestBody VatRates request, Caller caller) {
        return vatRates.take(request.source(), request.vatRates(), caller.memberId(), keys.ifSent(request));
    }

    @PostMapping("/categories")
    @Access(Who.ADMIN)
    ImportReport categories(@Valid @RequestBody Categories request, Caller caller) {
        return categories.take(request.source(), request.categories(), caller.memberId(), keys.ifSent(request));
    }

    record VatRates(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid VatRateRow> vatRates) {}

    record Categories(
            @NotNull @Pattern(regexp = SOURCES) String source,
            @NotNull @Size(min = 1, max = ROWS_MOST) List<@NotNull @Valid CategoryRow> categories) {}
}
