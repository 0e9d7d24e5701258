/** What a case costs: measurements beside others, on one PostgreSQL in one run. Run by hand, never by a test. */
@NullMarked
package org.tongban.bench;

import org.jspecify.annotations.NullMarked;
