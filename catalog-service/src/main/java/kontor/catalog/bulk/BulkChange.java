package kontor.catalog.bulk;

import java.util.List;

/** What a bulk change has done. */
record BulkChange(Integer changed, List<Long> ids) {

    static BulkChange of(List<Long> ids) {
        return new BulkChange(ids.size(), ids);
    }
}
