package kontor.importer.reading;

import kontor.importer.source.Table;

/**
 * Why a row cannot be taken over.
 *
 * @param row its id
 * @param what a sentence without subject, as "the name is empty"
 */
public record Finding(Table table, long row, String what) {

    @Override
    public String toString() {
        return "%s row %d: %s".formatted(table.title(), row, what);
    }
}
