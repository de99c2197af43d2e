/** What a figure is: a sum of contributions, each made by one subject of the facts. */
@NullMarked
package kontor.reporting.figure;

import org.jspecify.annotations.NullMarked;
