/** The failure lab: every way in which mutual TLS goes right or wrong, each as data and a recipe that makes it happen. */
package org.mtlsplayground.scenario;
