import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../../i18n/entry-labels.ts';
import { kindOf } from '../../../steps/step-kinds.ts';
import { Tile } from '../../../ui/tile.tsx';
import { canHaveName } from '../../model/commands/rename-step.ts';
import { useEditorState } from '../../store/editor-context.ts';
import { useStepAction } from '../action/use-step-action.ts';
import classes from '../inspector.module.css';
import { useStepKey } from '../step-context.ts';
import { Guarantee } from './guarantee.tsx';
import { StepMenu } from './step-menu.tsx';
import { StepName } from './step-name.tsx';

/** What the step is: name first, technical id small, and what happens to it in a crash. */
export function StepHead() {
  const key = useStepKey();
  const { t } = useTranslation('inspector');
  const labels = useEntryLabels();
  const { actionId, version, action } = useStepAction();
  const body = useEditorState((state) => state.document.steps[key]);
  if (body === undefined) return null;
  const word = actionId === null ? labels.node(body.type) : labels.action(actionId);
  const description = actionId === null ? labels.nodeDescription(body.type) : '';
  const { icon, family } = kindOf(actionId ?? body.type);
  return (
    <header className={classes.head}>
      <Tile icon={icon} family={family} />
      <div className={classes.nameBox}>
        {canHaveName(body) ? <StepName usual={word} /> : <h2 className={classes.fixedName}>{word}</h2>}
        <p className={classes.kind}>
          {body.name !== undefined && <span>{word} </span>}
          <code>
            {actionId === null ? body.id : t(($) => $.head.technical, { id: actionId, version: version ?? '' })}
          </code>
        </p>
      </div>
      <StepMenu />
      {action !== undefined && <Guarantee effect={action.effect} />}
      {description !== '' && <p className={classes.description}>{description}</p>}
    </header>
  );
}
