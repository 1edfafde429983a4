import { CONVERSION_COLUMNS, type Conversion } from '@app/analytics';
import { Statement } from '@app/platform';

export const CONVERSION_BY_ID = new Statement<Conversion>(
  'tracking.conversion-by-id',
  `select ${CONVERSION_COLUMNS} from conversions where workspace_id = $1 and id = $2`,
);
