/** What is read from several things at once: statement, activity, balance, credit (sections 3, 5, 6). */
@NullMarked
package kontor.reporting.books;

import org.jspecify.annotations.NullMarked;
