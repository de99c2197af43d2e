package kontor.catalog.category;

import java.util.UUID;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A category shall exist, at top level if without parent. */
record CreateCategory(String name, @Nullable Long parentId, UUID adminId, RequestKey key) {}
