/** Numbers of documents: without gap per issuer and year, in order of issue. */
@NullMarked
package kontor.invoice.series;

import org.jspecify.annotations.NullMarked;
