/** What is bought at the shelf: turnover and net base (sections 2 and 3). */
@NullMarked
package kontor.reporting.shelf;

import org.jspecify.annotations.NullMarked;
