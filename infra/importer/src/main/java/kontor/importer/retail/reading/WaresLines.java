package kontor.importer.retail.reading;

import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Wares;

/** The files about goods. */
final class WaresLines {

    private static final int CATEGORY_MAX = 50;
    private static final int NAME_MAX = 64;
    private static final int PIECES_MAX = 1_000_000_000;

    private WaresLines() {}

    static Wares read(RetailReader reader) {
        return new Wares(
                reader.all(
                        Sheet.VAT_RATES,
                        cells -> new Wares.VatRate(cells.line(), cells.id(), cells.percentage("Percentage"))),
                reader.all(
                        Sheet.CATEGORIES,
                        cells -> new Wares.Category(
                                cells.line(),
                                cells.id(),
                                cells.text("Name", CATEGORY_MAX),
                                cells.referenceOrNone("ParentCategoryID"))),
                reader.all(
                        Sheet.PRODUCTS,
                        cells -> new Wares.Product(
                                cells.line(),
                                cells.id(),
                                cells.text("Name", NAME_MAX),
                                cells.money("Price", true),
                                cells.count("Stock", 0, PIECES_MAX),
                                cells.reference("VATID"),
                                cells.referenceOrNone("CategoryID"),
                                cells.verbatim("Description"))));
    }
}
