package kontor.ledger.sheet;

/** A product to be counted, with the stock that should be there. */
record SheetRow(String name, int theoreticalStock) {}
