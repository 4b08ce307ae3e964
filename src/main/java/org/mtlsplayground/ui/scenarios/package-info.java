/** The library of scenarios: choose one, predict, play it in both cards, mend it. */
package org.mtlsplayground.ui.scenarios;
