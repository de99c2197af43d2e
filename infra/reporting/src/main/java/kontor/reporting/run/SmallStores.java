package kontor.reporting.run;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** All stores of a process share one bound of memory; each would take 50 MB and more of its own. */
public final class SmallStores implements RocksDBConfigSetter {

    private static final long MOST = 48L << 20;
    private static final long WRITTEN = 16L << 20;
    private static final long BUFFER = 2L << 20;

    private static final Cache CACHE = new LRUCache(MOST);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITTEN, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    /** What is shared outlives a store. */
    @Override
    public void close(String store, Options options) {}
}
