/** The reference reporting consumer: figures from nothing but the topics (domain/reporting.md). */
@NullMarked
package kontor.reporting;

import org.jspecify.annotations.NullMarked;
