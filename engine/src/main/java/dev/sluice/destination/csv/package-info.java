/// Tables as CSV files with manifests in a data folder (spec: run-and-http §1.1, §1.7-§1.9; tables
/// §1.1, §5).
///
/// Entry points: [dev.sluice.destination.csv.DataPaths] says where things lie,
/// [dev.sluice.destination.csv.DataFolder] is one run's hold on the folder. Nothing under
/// `out/tables` changes before [dev.sluice.destination.csv.DataFolder#publish(String)]; a
/// publication that was killed is finished by the next run (spec: README G-05).
@NullMarked
package dev.sluice.destination.csv;

import org.jspecify.annotations.NullMarked;
