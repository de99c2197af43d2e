/** Reads queries of Prometheus as far as the shop asks them: which metrics and labels they name, and what comes out. */
@NullMarked
package kontor.manifests.observability.promql;

import org.jspecify.annotations.NullMarked;
